"""Tags of the public face."""
