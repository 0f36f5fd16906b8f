"""Questions to the whole organization, answered from its facts with their sources, or not at all."""
