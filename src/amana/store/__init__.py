"""Tables: the record, its shadow, and what stands beside them."""
