"""The files of plans, handed out by the server that shows the runs: a web page may not open files by itself."""

from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from flows.folder.run_record import last_run
from flows.servers.server import DOCUMENTS

_NOT_FOUND: Final = 404
_SHOWN: Final = ".html"
_ALONE: Final = {"Content-Security-Policy": "sandbox allow-scripts allow-popups allow-downloads allow-modals"}
"""A page of a plan may not act in the name of the server's own pages."""


def route(outputs: Path) -> Route:
    """Hands out what the last run of a plan below this folder left, and nothing else."""

    def document(request: Request) -> Response:
        plan, name = request.path_params["plan"], request.path_params["name"]
        last = last_run(outputs / plan)
        path = outputs / plan / name
        if last is None or name not in last.outputs or not path.is_file():
            raise HTTPException(_NOT_FOUND)
        inline = path.suffix == _SHOWN
        kind = "inline" if inline else "attachment"
        headers = _ALONE if inline else None
        return FileResponse(path, filename=path.name, content_disposition_type=kind, headers=headers)

    return Route(f"{DOCUMENTS}{{plan}}/{{name:path}}", document)
