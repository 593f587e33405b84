"""The judge: one verdict for each rule on each thing that it judges."""
