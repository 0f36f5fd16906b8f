"""Relations: partners, accords, missions, dialogues, and contact groups with their members by day."""
