"""Work in batches, done in this process, on several cores, or on a cluster of machines."""

from generator.spread.cluster import Cluster
from generator.spread.processes import Processes, cores
from generator.spread.work import Batches, Results, Spread, in_order
