#!/usr/bin/env python3
"""A service inside the suite's trust: follows the log of commitments and keeps, for each party, how many are filed.

Needs Python 3.9 or newer and pika (1.2 or newer), a plain AMQP 0-9-1 client; the store is a file of SQLite. Settings are those of
the suite's own services, in the environment. The rules it keeps and why: docs/consume-events.md

    consumer.py STORE            follows the log until it is ended, in any way
    consumer.py STORE --show     prints what it has stored, as JSON
    consumer.py STORE --rebuild  makes the projection anew from the beginning of the log, then follows
"""
import contextlib
import http.client
import json
import os
import sqlite3
import ssl
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import namedtuple

import pika

OWNER = "commitments"
TYPES = {f"org.surety.commitment.{act}.v1" for act in (
    "filed", "amended", "decided", "judged", "readiness-stated", "withdrawn", "imported")}
PREFETCH = 200  # deliveries not yet acknowledged: what is in memory, and what is delivered again after a crash
PAGE = 1000  # the most the feed gives at once
FOLLOW_SECONDS = 1
RECONCILE_SECONDS = 30
LIMIT_SECONDS = 10  # for one answer of the feed

Watermark = namedtuple("Watermark", "log_id sequence change_id")
BEGINNING = Watermark(None, 0, None)


class Diverged(Exception):
    """The log is not the one that was followed: its owner's database was restored, or is another."""


class Store:
    """Watermark and projection in one database, so that one transaction moves both or neither."""

    SCHEMA = """
        create table if not exists watermark (log_id text, sequence integer not null, change_id text, applied integer not null);
        create table if not exists commitment (id text primary key, version integer not null, party text not null,
            state text not null, label text not null);
        create table if not exists filed (party text primary key, commitments integer not null);
        create table if not exists parked (sequence integer primary key, change text not null, reason text not null);
        insert into watermark select null, 0, null, 0 where not exists (select * from watermark);"""

    def __init__(self, path):
        self.db = sqlite3.connect(path, isolation_level=None, timeout=30)
        self.db.execute("pragma journal_mode = wal")
        self.db.execute("pragma synchronous = full")  # acknowledged means on disk
        with self.transaction():
            for statement in self.SCHEMA.split(";\n"):
                self.db.execute(statement)

    @contextlib.contextmanager
    def transaction(self):
        self.db.execute("begin immediate")  # the lock: two processes on one store take turns
        try:
            yield
            self.db.execute("commit")
        except BaseException:
            self.db.execute("rollback")
            raise

    def watermark(self):
        return Watermark(*self.db.execute("select log_id, sequence, change_id from watermark").fetchone())

    def apply(self, changes):
        """Applies what is exactly next. False when something is missing before the last of them, or they are of another log."""
        with self.transaction():
            return self._apply(changes)

    def replace(self, pages):
        """A new projection from the beginning of the log; until it is complete, readers see the old one."""
        with self.transaction():
            for table in ("commitment", "filed", "parked"):
                self.db.execute(f"delete from {table}")
            self.db.execute("update watermark set log_id = null, sequence = 0, change_id = null, applied = 0")
            for changes in pages:
                self._apply(changes)

    def _apply(self, changes):
        mark, applied = self.watermark(), 0
        complete = True
        for change in changes:
            if mark.log_id not in (None, change["logid"]):
                complete = False  # of another log: the feed knows which of the two is the owner's now
            elif change["sequence"] > mark.sequence + 1:
                complete = False
            elif change["sequence"] == mark.sequence + 1:
                self._remember_or_park(change)
                mark = Watermark(change["logid"], change["sequence"], change["id"])
                applied += 1
            # else smaller: done already
        self.db.execute("update watermark set log_id = ?, sequence = ?, change_id = ?, applied = applied + ?", (*mark, applied))
        return complete

    def _remember_or_park(self, change):
        """A change that cannot be applied, by its own fault, is set aside: the others go on, and a later state supersedes it."""
        self.db.execute("savepoint change")
        try:
            self._remember(change)
        except (KeyError, TypeError, ValueError, sqlite3.IntegrityError) as e:
            self.db.execute("rollback to change")
            self.db.execute("insert into parked values (?, ?, ?)", (change["sequence"], json.dumps(change), repr(e)))
        self.db.execute("release change")

    def _remember(self, change):
        if change["type"] not in TYPES:
            return  # withheld, or of no use here: it has its number, and that is all
        subject, version, state = change["subject"], change["subjectversion"], change["data"]
        before = self.db.execute("select version, party, state from commitment where id = ?", (subject,)).fetchone()
        if before and before[0] >= version:
            return
        if before:
            self._count(before[1], before[2], -1)
        self.db.execute("insert or replace into commitment values (?, ?, ?, ?, ?)",
                        (subject, version, state["party"], state["state"], change["label"]))
        self._count(state["party"], state["state"], 1)

    def _count(self, party, state, difference):
        if state == "FILED":
            self.db.execute("insert into filed values (?, ?) on conflict (party) do update set commitments = commitments + ?",
                            (party, difference, difference))

    def show(self):
        log_id, sequence, applied = self.db.execute("select log_id, sequence, applied from watermark").fetchone()
        return {"logId": log_id, "sequence": sequence, "applied": applied,
                "parked": self.db.execute("select count(*) from parked").fetchone()[0],
                "filed": dict(self.db.execute("select party, commitments from filed where commitments <> 0 order by party")),
                "commitments": {row[0]: list(row[1:]) for row in self.db.execute("select * from commitment order by id")}}


class Feed:
    """The owner's raw feed, read with this service's own token."""

    def __init__(self, environment):
        self.url = environment["SURETY_COMMITMENTS_URL"].rstrip("/") + "/api/v1/log"
        self.issuer = environment["SURETY_OIDC_ISSUER"]
        self.client = {"grant_type": "client_credentials", "client_id": environment["SURETY_SERVICE_CLIENT_ID"],
                       "client_secret": environment["SURETY_SERVICE_CLIENT_SECRET"]}
        self.token, self.expires = None, 0

    def read(self, after):
        """The changes behind a place in the log; none at its head."""
        place = {"after": after.sequence, "limit": PAGE}
        if after.log_id:
            place.update(logId=after.log_id, changeId=after.change_id)
        request = urllib.request.Request(self.url + "?" + urllib.parse.urlencode(place),
                                         headers={"Authorization": "Bearer " + self._token()})
        try:
            return self._json(request)["changes"]
        except urllib.error.HTTPError as e:
            if e.code == 409:
                raise Diverged() from e
            self.expires = 0  # whatever it is, the next attempt gets a new token
            raise

    def pages(self):
        """The whole log, page by page."""
        mark = BEGINNING
        while changes := self.read(mark):
            yield changes
            mark = Watermark(changes[-1]["logid"], changes[-1]["sequence"], changes[-1]["id"])

    def _token(self):
        if time.monotonic() > self.expires:
            endpoint = self._json(self.issuer + "/.well-known/openid-configuration")["token_endpoint"]
            answer = self._json(urllib.request.Request(endpoint, urllib.parse.urlencode(self.client).encode()))
            self.token, self.expires = answer["access_token"], time.monotonic() + answer["expires_in"] - 30
        return self.token

    @staticmethod
    def _json(request):
        try:
            with urllib.request.urlopen(request, timeout=LIMIT_SECONDS) as answer:
                return json.load(answer)
        except (http.client.HTTPException, ValueError) as e:
            raise OSError(f"an answer that broke off: {e!r}") from e


class Follower:
    def __init__(self, store, feed, environment):
        self.store, self.feed = store, feed
        host, user = environment["SURETY_BROKER_HOST"], environment["SURETY_BROKER_USER"]
        tls = environment.get("SURETY_BROKER_TLS") == "true"
        self.queue = f"{user}.{OWNER}"
        self.broker = pika.ConnectionParameters(
            host, int(environment.get("SURETY_BROKER_PORT", 5672)), environment.get("SURETY_BROKER_VIRTUAL_HOST", "surety"),
            pika.PlainCredentials(user, environment["SURETY_BROKER_PASSWORD"]), heartbeat=10, socket_timeout=5,
            blocked_connection_timeout=30, ssl_options=pika.SSLOptions(ssl.create_default_context(), host) if tls else None)

    def run(self):
        """While messages flow they are applied; from the moment they do not, the feed is read every second until they do."""
        while True:
            try:
                with contextlib.closing(pika.BlockingConnection(self.broker)) as connection:
                    self._listen(connection)
            except (pika.exceptions.AMQPError, OSError) as e:
                say(f"no messages: {e!r}")
            self._look_at_feed()
            time.sleep(FOLLOW_SECONDS)

    def _listen(self, connection):
        channel = connection.channel()
        channel.basic_qos(prefetch_count=PREFETCH)
        taken = []
        channel.basic_consume(self.queue, lambda _, method, properties, body: taken.append((method.delivery_tag, properties, body)))
        self._look_at_feed()  # what was published while nobody listened may have gone past the queue
        looked = time.monotonic()
        say(f"listens to {self.queue}")
        while channel.consumer_tags:
            connection.process_data_events(time_limit=FOLLOW_SECONDS)
            if taken:
                self._deliver(channel, taken)
            if time.monotonic() - looked > RECONCILE_SECONDS:
                self._look_at_feed()  # a lost last message leaves no hole behind which another could show it
                looked = time.monotonic()
        raise OSError(f"the broker has cancelled {self.queue}")

    def _deliver(self, channel, taken):
        changes = [change_of(properties, body) for _, properties, body in taken]
        complete = self.store.apply([change for change in changes if change])
        if not complete or None in changes:
            say(f"a hole behind {self.store.watermark().sequence}: the feed has it")
            self._catch_up()
        # Only now: what is not stored is delivered again. Duplicates and what is of another log end here too.
        channel.basic_ack(taken[-1][0], multiple=True)
        taken.clear()

    def _catch_up(self):
        try:
            while changes := self.feed.read(self.store.watermark()):
                self.store.apply(changes)
        except Diverged:
            say("the log has diverged: the projection is made anew")
            self.rebuild()

    def rebuild(self):
        self.store.replace(self.feed.pages())

    def _look_at_feed(self):
        """The owner may be away as well; what the queue holds is applied all the same."""
        try:
            self._catch_up()
        except OSError as e:
            say(f"no feed: {e!r}")


def change_of(properties, body):
    """The change in a message, in the form of the feed; None when it is none: the feed has what it should have been."""
    try:
        change = {name.split(":", 1)[1]: value for name, value in properties.headers.items() if name.startswith("cloudEvents:")}
        for number in ("sequence", "subjectversion"):
            change[number] = int(change[number])
        return {**change, "id": change["id"], "logid": change["logid"], "data": json.loads(body) if body else None}
    except (AttributeError, KeyError, TypeError, ValueError) as e:
        say(f"not a change: {e!r}")
        return None


def say(text):
    print(text, file=sys.stderr, flush=True)


def main(path, act=None):
    store = Store(path)
    if act == "--show":
        print(json.dumps(store.show()))
        return
    follower = Follower(store, Feed(os.environ), os.environ)
    if act == "--rebuild":
        follower.rebuild()
    follower.run()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--show"], ["--rebuild"]):
        sys.exit(__doc__)
    main(*sys.argv[1:])
