"""What all faces share: layout, tags, language, As of."""
