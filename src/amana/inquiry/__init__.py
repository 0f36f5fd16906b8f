"""Questions to the whole organization in the words of people, answered by one card of facts or by nothing."""
