"""Who belongs and who may decide what: standing, organs, offices, powers, rules."""
