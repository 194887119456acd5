"""The words every floor shares: plain frozen data, standard library only."""
