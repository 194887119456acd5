"""The PDF Association's *Techniques for Accessible PDF*: the right and the forty wrong ones."""
