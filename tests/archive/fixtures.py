"""Makes the small archives in fixtures/archives, each in the schema of the service that writes such archives.

Run it as ``python -m tests.archive.fixtures`` after a change; a test compares what lies there. People and posts are
made up, the fields are the real ones.
"""

import csv
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "archives"
ZWNJ = "\u200c"
SHORT = "صبح بخیر از کابل 🌞 #Kabul"
ESCAPED = "قیمت &lt; ۵۰ &amp; کیفیت &gt; همه: https://t.co/Ab12Cd"
PLAIN = "قیمت < ۵۰ & کیفیت > همه: https://t.co/Ab12Cd"
LONG = (
    "گزارش امروز ما از پنجشیر: مردم می‌گویند راهها بسته است و «هیچ کس» نمی‌داند کی باز می‌شود. "
    "Residents say the roads are closed & nobody knows when they will reopen. "
    "ما با بیش از بیست نفر گفتگو کردیم؛ کتابها، خانهها و مکتبها آسیب دیده‌اند. 🇦🇫 پایان بخش نخست."
)
CUT = LONG[:100] + "… https://t.co/Zz99Yy"
TAHA = "@sara سلام! ممنونم 🙏🏽 see you at 5"


def escape(text: str) -> str:
    """As Twitter's API writes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def ytd(variable: str, value: Any, part: int = 0) -> str:
    """A file of an account archive."""
    return f"window.YTD.{variable}.part{part} = " + json.dumps(value, ensure_ascii=False, indent=2)


def archived(known: str, created: str, text: str, **more: Any) -> dict[str, Any]:
    """A tweet as the archive of an account holds it."""
    tweet = {
        "edit_info": {"initial": {"editTweetIds": [known], "editsRemaining": "5", "isEditEligible": False}},
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
        "display_text_range": ["0", str(len(text))],
        "favorite_count": "3",
        "id_str": known,
        "truncated": False,
        "retweet_count": "0",
        "id": known,
        "created_at": created,
        "favorited": False,
        "full_text": text,
        "lang": "fa",
    }
    return {"tweet": tweet | more}


def account() -> dict[str, str]:
    """The files of an account archive."""
    tweets = [
        archived("1626922779105759235", "Sat Feb 18 12:33:11 +0000 2023", ESCAPED),
        archived("1626922779105759299", "Sat Feb 18 12:40:00 +0000 2023", escape(CUT)),
        archived("1626922779105759300", "Sat Feb 18 12:40:00 +0000 2023", TAHA, in_reply_to_screen_name="sara"),
    ]
    more = [
        archived("1700000000000000001", "Fri Sep 08 04:30:00 +0000 2023", "RT @afghan: " + SHORT),
        archived("1700000000000000002", "Fri Sep 08 04:31:00 +0000 2023", 'She said "سلام" \\ and {left}]'),
    ]
    note: dict[str, Any] = {
        "noteTweetId": "1626922778000000001",
        "updatedAt": "2023-02-18T12:40:00.000Z",
        "lifecycle": {"value": "", "name": "", "originalName": "", "annotations": []},
        "createdAt": "2023-02-18T12:40:00.000Z",
        "core": {"styletags": [], "urls": [], "text": LONG, "mentions": [], "cashtags": [], "hashtags": []},
    }
    lone = note | {"noteTweetId": "1626922778000000002", "createdAt": "2022-01-01T00:00:00.000Z"}
    lone["core"] = {**note["core"], "text": "یادداشتی بلند که توییت آن پاک شده است"}
    deleted = archived(
        "1700000000000000003", "Fri Sep 08 05:00:00 +0000 2023", "پاک شد", deleted_at="2023-09-09T00:00:00.000Z"
    )
    messages = [
        {
            "messageCreate": {
                "recipientId": "2",
                "reactions": [],
                "urls": [],
                "text": "کجایی؟",
                "mediaUrls": [],
                "senderId": "1",
                "id": "900",
                "createdAt": "2023-01-02T03:04:05.678Z",
            }
        },
        {
            "joinConversation": {
                "initiatingUserId": "1",
                "participantsSnapshot": [],
                "createdAt": "2023-01-02T03:05:00.000Z",
            }
        },
        {
            "messageCreate": {
                "recipientId": "1",
                "reactions": [],
                "urls": [],
                "text": "خانه‌ام, come over",
                "mediaUrls": [],
                "senderId": "2",
                "id": "901",
                "createdAt": "2023-01-02T03:06:00.000Z",
            }
        },
    ]
    return {
        "data/account.js": ytd("account", [{"account": {"username": "example", "accountId": "1"}}]),
        "data/community-tweet.js": ytd(
            "community_tweet",
            [
                archived(
                    "1611701861727313922",
                    "Sat Jan 07 12:30:42 +0000 2023",
                    "درود به همه",
                    community_id_str="1611684946967412736",
                )
            ],
        ),
        "data/deleted-tweets.js": ytd("deleted_tweets", [deleted]),
        "data/direct-messages.js": ytd(
            "direct_messages", [{"dmConversation": {"conversationId": "1-2", "messages": messages}}]
        ),
        "data/like.js": ytd("like", [{"like": {"tweetId": "5", "fullText": "نه از من"}}]),
        "data/note-tweet.js": ytd("note_tweet", [{"noteTweet": note}, {"noteTweet": lone}]),
        "data/tweets-part1.js": ytd("tweets", more, 1),
        "data/tweets.js": ytd("tweets", tweets),
    }


def v1_lines() -> str:
    user = {"id": 1, "id_str": "1", "screen_name": "example", "name": "نمونه"}
    base = {
        "created_at": "Wed Oct 10 20:19:24 +0000 2018",
        "id": 1050118621198921728,
        "id_str": "1050118621198921728",
        "source": "web",
        "truncated": False,
        "in_reply_to_status_id_str": None,
        "user": user,
        "lang": "fa",
    }
    extended = base | {
        "id_str": "1050118621198921729",
        "text": escape(CUT),
        "truncated": True,
        "extended_tweet": {"full_text": escape(LONG), "display_text_range": [0, len(LONG)], "entities": {}},
    }
    retweet = base | {
        "id_str": "1050118621198921731",
        "text": "RT @example: " + escape(CUT),
        "retweeted_status": extended,
    }
    records = [
        base | {"text": ESCAPED, "new_field": {"kept": ["به جا"]}},
        {
            "delete": {
                "status": {"id": 1234, "id_str": "1234", "user_id": 3, "user_id_str": "3"},
                "timestamp_ms": "1359582000000",
            }
        },
        extended,
        base | {"id_str": "1050118621198921730", "full_text": SHORT, "display_text_range": [0, len(SHORT)]},
        {"limit": {"track": 5, "timestamp_ms": "1359582000000"}},
        retweet,
    ]
    return "\r\n".join(map(compact, records)) + "\r\n\r\n"


def v2_lines() -> str:
    meta = {"newest_id": "1", "oldest_id": "1", "result_count": 2}
    twarc = {
        "url": "https://api.twitter.com/2/tweets/search/all",
        "version": "2.14.0",
        "retrieved_at": "2023-06-01T00:00:00+00:00",
    }
    tweet = {"edit_history_tweet_ids": ["1"], "author_id": "7", "lang": "fa", "public_metrics": {"like_count": 1}}
    whole = tweet | {"id": "1500000000000000003", "text": ESCAPED, "created_at": "2022-03-05T07:00:00.000Z"}
    page = {
        "data": [
            tweet | {"id": "1500000000000000001", "text": SHORT, "created_at": "2022-03-05T06:07:08.000Z"},
            tweet
            | {
                "id": "1500000000000000002",
                "text": escape(CUT),
                "created_at": "2022-03-05T06:10:00.000Z",
                "note_tweet": {"text": escape(LONG)},
            },
            tweet
            | {
                "id": "1500000000000000004",
                "text": "RT @example: قیمت &lt; ۵۰ &amp; کیف…",
                "created_at": "2022-03-05T08:00:00.000Z",
                "referenced_tweets": [{"type": "retweeted", "id": "1500000000000000003"}],
            },
        ],
        "includes": {"users": [{"id": "7", "name": "نمونه", "username": "example"}], "tweets": [whole]},
        "meta": meta,
        "__twarc": twarc,
    }
    empty = {"meta": {"result_count": 0}, "__twarc": twarc}
    single = {
        "data": tweet | {"id": "1500000000000000005", "text": TAHA, "created_at": "2022-03-05T09:00:00.000Z"},
        "matching_rules": [{"id": "1", "tag": "fa"}],
    }
    flat = tweet | {
        "id": "1500000000000000006",
        "text": "RT @x: ...",
        "author": {"id": "7"},
        "__twarc": twarc,
        "referenced_tweets": [whole | {"type": "retweeted"}],
    }
    return "".join(compact(each) + "\n" for each in (page, empty, single, flat))


def snscrape_lines() -> str:
    tweet = {
        "_type": "snscrape.modules.twitter.Tweet",
        "url": "https://twitter.com/example/status/1600000000000000001",
        "date": "2022-12-06T06:57:16+00:00",
        "rawContent": ESCAPED,
        "renderedContent": PLAIN,
        "id": 1600000000000000001,
        "user": {"_type": "snscrape.modules.twitter.User", "username": "example"},
        "lang": "fa",
        "retweetedTweet": None,
    }
    again = tweet | {"id": 1600000000000000002, "rawContent": "RT @example: قیمت…", "retweetedTweet": tweet}
    old = {
        "_type": "snscrape.modules.twitter.Tweet",
        "date": "2021-01-01T00:00:00+00:00",
        "content": SHORT,
        "id": 1344800000000000000,
    }
    user = {"_type": "snscrape.modules.twitter.User", "username": "example", "id": 7}
    return "".join(compact(each) + "\n" for each in (tweet, again, old, user))


def telegram_messages() -> list[dict[str, Any]]:
    date = {"date": "2022-08-15T12:00:00", "date_unixtime": "1660545000"}
    sender = {"from": "سارا", "from_id": "user7"}
    mixed = [
        "سلام ",
        {"type": "bold", "text": "دوستان"},
        "، ببینید: ",
        {"type": "link", "text": "https://t.me/x"},
        " 🙂",
    ]
    return [
        {
            "id": 1,
            "type": "service",
            **date,
            "actor": "سارا",
            "actor_id": "user7",
            "action": "create_group",
            "text": "",
        },
        {
            "id": 2,
            "type": "message",
            **date,
            **sender,
            "text": "صبح بخیر & خوش آمدید",
            "text_entities": [{"type": "plain", "text": "صبح بخیر & خوش آمدید"}],
        },
        {"id": 3, "type": "message", **date, **sender, "text": mixed, "text_entities": []},
        {
            "id": 4,
            "type": "message",
            **date,
            **sender,
            "photo": "photos/photo_1.jpg",
            "width": 10,
            "height": 10,
            "text": "",
        },
        {"id": 5, "type": "message", "date": "2022-08-15T12:30:00", **sender, "text": LONG},
    ]


def telegram_chat() -> str:
    return json.dumps(
        {"name": "گروه", "type": "private_group", "id": 4127, "messages": telegram_messages()},
        ensure_ascii=False,
        indent=1,
    )


def telegram_account() -> str:
    chats = [
        {"name": "گروه", "type": "private_group", "id": 4127, "messages": telegram_messages()[:3]},
        {"type": "saved_messages", "id": 7, "messages": telegram_messages()[4:]},
    ]
    export = {
        "about": "Here is the data you requested.",
        "personal_information": {"user_id": 7, "messages": [1]},
        "chats": {"about": "This page lists all chats.", "list": chats},
        "left_chats": {
            "about": "",
            "list": [{"name": "x", "type": "public_channel", "id": 9, "messages": telegram_messages()[1:2]}],
        },
    }
    return compact(export)


HEADER = (
    "tweetid,userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,"
    "user_profile_url,follower_count,following_count,account_creation_date,account_language,tweet_language,"
    "tweet_text,tweet_time,tweet_client_name,in_reply_to_userid,in_reply_to_tweetid,quoted_tweet_tweetid,"
    "is_retweet,retweet_userid,retweet_tweetid,latitude,longitude,quote_count,reply_count,like_count,"
    "retweet_count,hashtags,urls,user_mentions,poll_choices"
)
OPERATIONS = next(csv.reader([HEADER]))


def operations() -> str:
    row = dict.fromkeys(OPERATIONS, "") | {
        "userid": "ygQRwhQRrh1+6N7J6IMFnzWgqUGimWqg0KZptLpxDY=",
        "user_reported_location": "تهران, Iran",
        "follower_count": "17",
        "account_creation_date": "2016-12-04",
        "account_language": "en",
        "tweet_language": "fa",
        "is_retweet": "False",
        "latitude": "absent",
        "hashtags": "[]",
        "urls": "['http://dlvr.it/PgB3PP']",
    }
    rows = [
        row | {"tweetid": "898925911294132224", "tweet_text": ESCAPED, "tweet_time": "2017-08-19 15:13"},
        row
        | {"tweetid": "898925911294132225", "tweet_text": 'او گفت "بله"\nو رفت', "tweet_time": "2017-08-19 15:14"},
    ]
    out = io.StringIO()
    writer = csv.DictWriter(out, OPERATIONS, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def plain_table(delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows(
        [
            ("id", "متن", "date"),
            ("1", SHORT, "2020-01-02"),
            ("2", 'خط یک, "الف"\nخط دو\tب', "2020-01-03T01:00:00+03:30"),
        ]
    )
    return "\ufeff" + out.getvalue()


def parquet_rows() -> list[dict[str, Any]]:
    return [
        {"id": 1, "text": SHORT, "created_at": "2020-01-02T00:00:00Z", "tags": ["الف"]},
        {"id": 2, "text": None, "created_at": None, "tags": None},
        {"id": 3, "text": LONG, "created_at": "2020-01-03T00:00:00Z", "tags": []},
    ]


def texts() -> dict[str, str]:
    """The fixtures that are text."""
    return {
        "twitter_v1.jsonl": v1_lines(),
        "twitter_v2.jsonl": v2_lines(),
        "snscrape.jsonl": snscrape_lines(),
        "telegram_chat/result.json": telegram_chat(),
        "telegram_account/result.json": telegram_account(),
        "information_operations.csv": operations(),
        "table.csv": plain_table(","),
        "table.tsv": plain_table("\t"),
        "plain.jsonl": compact({"n": 1, "body": SHORT}) + "\n\n" + compact({"n": 2, "body": "a\u2028ب"}) + "\n",
        "lines.txt": f"\ufeff{SHORT}\r\n\r\n{LONG}\r\na\u2028ب",
        **{f"twitter/{name}": text for name, text in account().items()},
    }


def write(folder: Path) -> None:
    """Writes all fixtures."""
    for name, text in texts().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    with zipfile.ZipFile(folder / "twitter.zip", "w") as archive:
        for name, text in account().items():
            archive.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED, 9)
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(parquet_rows()), folder / "table.parquet", row_group_size=2)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
