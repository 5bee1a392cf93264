"""The three escapes in the texts of Twitter's API: it writes ``&``, ``<`` and ``>`` as entities and nothing else."""

__all__ = ["unescape"]


def unescape(text: str) -> str:
    """``text`` as its author wrote it.

    Only the three entities that Twitter writes: what looks like another one was typed by the author.

    >>> unescape("5 &gt; 3 &amp;amp; &copy;")
    '5 > 3 &amp; &copy;'
    """
    if "&" not in text:
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
