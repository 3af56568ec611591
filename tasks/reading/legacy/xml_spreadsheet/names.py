"""Names of the XML spreadsheet's vocabulary."""

from typing import Final

S: Final = "{urn:schemas-microsoft-com:office:spreadsheet}"
X: Final = "{urn:schemas-microsoft-com:office:excel}"
HTML: Final = "{http://www.w3.org/TR/REC-html40}"
