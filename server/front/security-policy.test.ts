import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { securityPolicy, setSecurityPolicy } from "./security-policy";

const directive = (policy: string, name: string) =>
  policy
    .split("; ")
    .find((one) => one.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe("the security policy", () => {
  it("runs no script but those that carry the nonce, and what they load", () => {
    const scripts = directive(securityPolicy("abc", false), "script-src");
    expect(scripts).toBe("'self' 'nonce-abc' 'strict-dynamic'");
  });

  it("lets nobody frame a page, and sends forms nowhere else", () => {
    const policy = securityPolicy("abc", false);
    expect(directive(policy, "frame-ancestors")).toBe("'none'");
    expect(directive(policy, "form-action")).toBe("'self'");
    expect(directive(policy, "connect-src")).toBe("'self'");
  });

  it("is of one nonce in the request and the answer, whatever the client sent, and of another the next time", () => {
    const nonces = [1, 2].map(() => {
      const req = new IncomingMessage(new Socket());
      req.headers["content-security-policy"] = "script-src 'nonce-mine'";
      req.headers["x-nonce"] = "mine";
      const res = new ServerResponse(req);
      setSecurityPolicy(req, res, false);
      expect(res.getHeader("Content-Security-Policy")).toBe(req.headers["content-security-policy"]);
      expect(res.getHeader("Content-Security-Policy")).toContain(`'nonce-${req.headers["x-nonce"]}'`);
      return req.headers["x-nonce"];
    });
    expect(new Set([...nonces, "mine"]).size).toBe(3);
  });
});
