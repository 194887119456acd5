"""The steps of a build, a check and a release."""
