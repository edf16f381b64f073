from web.fixtures import net, running_web, web

__all__ = ["net", "running_web", "web"]
