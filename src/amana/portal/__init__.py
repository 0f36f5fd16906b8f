"""The public face: who belongs, what was decided, what that obliges, what became of it."""
