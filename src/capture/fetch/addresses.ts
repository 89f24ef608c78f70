import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

export type Address = { readonly address: string; readonly family: 4 | 6 };

/** Addresses in public ranges that belong to a machine's own cloud, not to the web. */
const ownCloud = new Set(["168.63.129.16"]);

/**
 * Whether an address is one of the public internet: not private, loopback, link-local, unique-local, shared by
 * carriers, multicast, reserved or unspecified, nor one of those dressed as IPv6. What can't be read is not public.
 */
export function isPublic(address: string): boolean {
  const bare = address.split("%")[0] ?? "";
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === "ipv6" && parsed.range() === "rfc6052")
    return isPublic(parsed.toByteArray().slice(12).join("."));
  return parsed.range() === "unicast" && !ownCloud.has(parsed.toString());
}

/** Addresses of a host, by the system's resolver; a literal address is its own. */
export async function addressesOf(host: string): Promise<readonly Address[]> {
  const bare = host.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(bare)) return [{ address: bare, family: bare.includes(":") ? 6 : 4 }];
  const found = await lookup(bare, { all: true, order: "verbatim" });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}
