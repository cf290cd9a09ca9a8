#!/usr/bin/env python3
"""client.py list PATH: all pages of a list, one a line. client.py follow FILE: the changes released to you, one a line; FILE keeps the place."""
import http.client, json, os, sys, time, urllib.parse, urllib.request

def token():
    form = {"grant_type": "client_credentials", "client_id": os.environ["SURETY_CLIENT_ID"], "client_secret": os.environ["SURETY_CLIENT_SECRET"]}
    url = os.environ["SURETY_OIDC_ISSUER"] + "/protocol/openid-connect/token"
    return json.load(urllib.request.urlopen(url, urllib.parse.urlencode(form).encode(), timeout=20))["access_token"]

def get(path, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items() if value}
    request = urllib.request.Request(os.environ["SURETY_URL"] + path, headers={"Authorization": "Bearer " + token(), **headers})
    return urllib.request.urlopen(request, timeout=60)  # a heartbeat comes more often

def pages(path):
    page = {"next": ""}
    while "next" in page:
        page = json.load(get(f"{path}?limit=100" + (f"&cursor={page['next']}" if page["next"] else "")))
        print(json.dumps(page), flush=True)

def follow(file):
    while True:  # a stream ends with its token; the place goes on
        try:
            last = open(file).read() if os.path.exists(file) else None
            event = {}
            for line in get("/api/v1/changes/stream", Last_Event_ID=last):
                name, _, value = line.decode().rstrip("\n").partition(": ")
                if name:
                    event[name] = value
                    continue
                if event.get("event") == "change":
                    print(event["data"], flush=True)
                if "id" in event:  # behind what was done, never before
                    open(file + ".new", "w").write(event["id"])
                    os.replace(file + ".new", file)
                event = {}
        except (OSError, http.client.HTTPException) as lost:
            print(lost, file=sys.stderr)
        time.sleep(2)

{"list": pages, "follow": follow}[sys.argv[1]](sys.argv[2])
