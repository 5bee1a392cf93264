"""Lost ZWNJ: where words are to be parted and which spaces stand for one, learned from edited text."""
