// Signs in with a certified relying party (openid-client) by code flow and by client credentials, and asks the API with the tokens it gets.
// Everything it needs stands in the environment; what it saw is printed as one JSON object.
import * as oidc from 'openid-client'

const { ISSUER, GATEWAY, CLIENT, CLIENT_SECRET, REDIRECT, USER, PROGRAM, PROGRAM_SECRET } = process.env
const insecure = { execute: [oidc.allowInsecureRequests] } // plain http on the loopback address
const seen = {}

async function ask(token) {
  const answer = await fetch(`${GATEWAY}/api/v1/parties?limit=1`, { headers: { authorization: `Bearer ${token}` } })
  await answer.arrayBuffer()
  return answer.status
}

// What a browser and a person do: the identity provider's form, its cookies, and the way back.
async function signIn(url) {
  const page = await fetch(url, { redirect: 'manual' })
  const cookies = page.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ')
  const action = (await page.text()).match(/<form[^>]*action="([^"]+)"/)[1].replaceAll('&amp;', '&')
  const back = await fetch(action, {
    method: 'POST', redirect: 'manual', headers: { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ username: USER, password: USER })
  })
  return new URL(back.headers.get('location'))
}

async function refused(step) {
  try {
    await step()
    return false
  } catch {
    return true
  }
}

// Authorization code with PKCE, state and nonce.
const config = await oidc.discovery(new URL(ISSUER), CLIENT, CLIENT_SECRET, undefined, insecure)
const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
const expectedState = oidc.randomState()
const expectedNonce = oidc.randomNonce()
const request = {
  redirect_uri: REDIRECT, scope: 'openid', state: expectedState, nonce: expectedNonce,
  code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier), code_challenge_method: 'S256'
}
const callback = await signIn(oidc.buildAuthorizationUrl(config, request))
seen.issuerInCallback = callback.searchParams.get('iss')
seen.otherState = await refused(() => oidc.authorizationCodeGrant(config, callback, { pkceCodeVerifier, expectedState: 'other', expectedNonce }))
const tokens = await oidc.authorizationCodeGrant(config, callback, { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true })
seen.fiveMinutes = tokens.expires_in > 270 && tokens.expires_in <= 300 // told in whole seconds of what is left of them
seen.byCode = await ask(tokens.access_token)
seen.byIdToken = await ask(tokens.id_token)
const renewed = await oidc.refreshTokenGrant(config, tokens.refresh_token)
seen.byRenewal = await ask(renewed.access_token)
seen.byRefreshToken = await ask(renewed.refresh_token)
// Last: the identity provider then takes back what it gave for the code.
seen.codeTwice = await refused(() => oidc.authorizationCodeGrant(config, callback, { pkceCodeVerifier, expectedState, expectedNonce }))

// Without PKCE the realm gives no code.
const plain = await fetch(oidc.buildAuthorizationUrl(config, { redirect_uri: REDIRECT, scope: 'openid', state: expectedState }), { redirect: 'manual' })
seen.withoutPkce = new URL(plain.headers.get('location') ?? `${REDIRECT}?error=none`).searchParams.get('error')

// Client credentials.
const program = await oidc.discovery(new URL(ISSUER), PROGRAM, PROGRAM_SECRET, undefined, insecure)
seen.byProgram = await ask((await oidc.clientCredentialsGrant(program)).access_token)
seen.wrongSecret = await refused(async () =>
  oidc.clientCredentialsGrant(await oidc.discovery(new URL(ISSUER), PROGRAM, 'wrong', undefined, insecure)))
console.log(JSON.stringify(seen))
