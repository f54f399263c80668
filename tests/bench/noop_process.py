"""A process handler that does nothing: what is measured is everything around it."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../examples/python"))
import fanout_worker

fanout_worker.run(lambda task: {"n": task.index + 1})
