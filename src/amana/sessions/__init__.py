"""Sessions of organs: when and where they met, as stated in both calendars."""
