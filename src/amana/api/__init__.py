"""The JSON face: facts, decisions and mandates for programs, at stable addresses."""
