"""What all rooms share: days, words, numbers, names, symbols, ids, facts, problems."""
