from .task import task
