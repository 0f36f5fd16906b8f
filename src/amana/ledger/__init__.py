"""The arithmetic of the record: entries, the tree over them, signed checkpoints, export, verification and proofs.

Nothing here knows a database: the store hands in hashes and entries, and keeps what comes back. The tree is the one of
RFC 6962 and RFC 9162 (SHA-256); tiles, checkpoints and keys are those of C2SP (tlog-tiles, tlog-checkpoint,
signed-note). `docs/record-format.md` says it so that a verifier can be written in another language.
"""
