// client.mjs list PATH: all pages of a list, one a line. client.mjs follow FILE: the changes released to you, one a line; FILE keeps the place.
// Node 18 or newer, no packages.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const { SURETY_URL, SURETY_OIDC_ISSUER, SURETY_CLIENT_ID, SURETY_CLIENT_SECRET } = process.env;

async function get(path, headers = {}) {
  const form = { grant_type: "client_credentials", client_id: SURETY_CLIENT_ID, client_secret: SURETY_CLIENT_SECRET };
  const given = await fetch(`${SURETY_OIDC_ISSUER}/protocol/openid-connect/token`, { method: "POST", body: new URLSearchParams(form) });
  const authorization = `Bearer ${(await given.json()).access_token}`;
  const answer = await fetch(SURETY_URL + path, { headers: { authorization, ...headers } });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer;
}

async function list(path) {
  for (let page = { next: "" }; page.next !== undefined;) {
    page = await (await get(`${path}?limit=100${page.next && `&cursor=${page.next}`}`)).json();
    console.log(JSON.stringify(page));
  }
}

async function follow(file) {
  for (; ; await sleep(2000)) { // a stream ends with its token; the place goes on
    try {
      const last = existsSync(file) ? { "last-event-id": readFileSync(file, "utf8") } : {};
      let text = "";
      for await (const part of (await get("/api/v1/changes/stream", last)).body.pipeThrough(new TextDecoderStream())) {
        const events = (text + part).split("\n\n");
        text = events.pop();
        for (const event of events) {
          const field = Object.fromEntries(event.split("\n").map((line) => line.split(/: (.*)/, 2)));
          if (field.event === "change") console.log(field.data);
          if (field.id) { // behind what was done, never before
            writeFileSync(`${file}.new`, field.id);
            renameSync(`${file}.new`, file);
          }
        }
      }
    } catch (lost) {
      console.error(lost.message);
    }
  }
}

await { list, follow }[process.argv[2]](process.argv[3]);
