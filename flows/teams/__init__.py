"""Who does the work of a run that can be divided: this process alone, processes beside it, or a Dask cluster.

Pieces are sent as values and come back as values: a file as its bytes and its document as the JSON of the store,
mentions and groups as columns of numbers, documents of the plan as bytes. Nobody needs the folders of another machine,
and a piece that is lost with its worker is worked on again, by another or here: what comes out is the same to the byte.
"""
