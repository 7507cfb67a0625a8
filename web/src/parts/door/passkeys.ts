// Passkeys: what the hub asks of a browser, and what the browser answers, both as JSON (WebAuthn, level 3).
type Bytes = Uint8Array<ArrayBuffer>;

interface Named {
  id: string;
  type: "public-key";
}

function bytes(text: string): Bytes {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function named(all: Named[] = []): PublicKeyCredentialDescriptor[] {
  return all.map((one) => ({ ...one, id: bytes(one.id) }));
}

/** Whether this browser knows passkeys. */
export const passkeysKnown = "PublicKeyCredential" in window;

/** Ask the browser for a passkey of this hub: its answer; undefined where nobody gave one. */
export async function shown(options: unknown): Promise<string | undefined> {
  const told = options as Omit<PublicKeyCredentialRequestOptions, "challenge"> & {
    challenge: string;
    allowCredentials?: Named[];
  };
  const publicKey = { ...told, challenge: bytes(told.challenge), allowCredentials: named(told.allowCredentials) };
  return answered(() => navigator.credentials.get({ publicKey }));
}

/** Let the browser make a passkey: its answer; undefined where nobody wanted one. */
export async function made(options: unknown): Promise<string | undefined> {
  const told = options as Omit<PublicKeyCredentialCreationOptions, "challenge" | "user"> & {
    challenge: string;
    user: { id: string; name: string; displayName: string };
    excludeCredentials?: Named[];
  };
  const publicKey = {
    ...told,
    challenge: bytes(told.challenge),
    user: { ...told.user, id: bytes(told.user.id) },
    excludeCredentials: named(told.excludeCredentials),
  };
  return answered(() => navigator.credentials.create({ publicKey }));
}

async function answered(asked: () => Promise<Credential | null>): Promise<string | undefined> {
  let credential: PublicKeyCredential | null;
  try {
    credential = (await asked()) as PublicKeyCredential | null;
  } catch (error) {
    // Refused, taken back, too late, or there already: a browser does not say which, and nothing has happened.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
  if (!credential) return undefined;
  const response: Record<string, string> = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    const value = (credential.response as unknown as Record<string, ArrayBuffer | null>)[part];
    if (value) response[part] = text(value);
  }
  const { id, type } = credential;
  return JSON.stringify({ id, rawId: id, type, response, clientExtensionResults: {} });
}
