from web.fixtures import load, net, running_load, running_web, web

__all__ = ["load", "net", "running_load", "running_web", "web"]
