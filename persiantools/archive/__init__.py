"""Archives of tweets and other posts: read in the forms people have them, worked through record by record."""
