"""Every act there is, imported so that the registry is whole: what is not named here cannot be replayed."""

from amana.acts import issuing, keeping, mandates, organization, resolutions, settling, standing
from amana.acts.facts import ReleaseFact, Strike
from amana.acts.kernel import REGISTRY

SUBJECTS = (keeping, organization, standing, resolutions, settling, issuing, mandates, Strike, ReleaseFact)
NAMES = tuple(sorted(REGISTRY))
"""The permanent names of all acts."""
