import { createCipheriv, createHash, createHmac, scryptSync } from 'node:crypto';
import { filePassword } from './password.js';
import type { PdfkitDocument, PdfkitSecurity, PdfReference } from './pdfkit-internals.js';

/** What whoever opens a locked file without the owner's password may do with it. */
export type PdfPermission = 'print' | 'copy' | 'edit' | 'annotate';

export interface FileLock {
  /** Opens the file; empty for a file that everyone can open. */
  readonly password: string;
  /** Opens the file and lifts what is forbidden. */
  readonly ownerPassword: string;
  readonly allow: readonly PdfPermission[];
  /**
   * A digest of what is in the file. Keys and salts come from it and the passwords, not from chance, so that the same
   * file is locked into the same bytes.
   */
  readonly seed: Uint8Array;
}

/** Bits of P. Reading aloud is never forbidden. @see ISO 32000-2, table 22 */
const ALLOWED: Readonly<Record<PdfPermission, number>> = {
  print: (1 << 2) | (1 << 11),
  edit: (1 << 3) | (1 << 10),
  copy: 1 << 4,
  annotate: (1 << 5) | (1 << 8),
};
const READ_ALOUD = 1 << 9;
/** Bits that are always set: 7, 8 and 13 to 32. */
const RESERVED = 0xff_ff_f0_c0;

const NO_IV = Buffer.alloc(16);

/**
 * The standard security handler with AES-256, revision 6. pdfkit has only revision 5, which checks a password by one
 * SHA-256 and is withdrawn; every viewer since 2011 opens this one.
 *
 * @see ISO 32000-2, 7.6.4.3 and 7.6.4.4
 */
export class Security implements PdfkitSecurity {
  readonly dictionary: PdfReference;
  readonly #key: Buffer;
  readonly #ivKey: Buffer;

  constructor(document: PdfkitDocument, { password, ownerPassword, allow, seed }: FileLock) {
    const [user, owner] = [filePassword(password), filePassword(ownerPassword)];
    // Slow on purpose: the file's text and its salts are no short way to the passwords.
    const secret = scryptSync(Buffer.concat([user, Buffer.of(0xff), owner]), seed, 64);
    this.#key = secret.subarray(0, 32);
    this.#ivKey = secret.subarray(32);
    const salt = (use: string): Buffer =>
      createHash('sha256').update(seed).update(use).digest().subarray(0, 8);
    const users = passwordEntry(user, [salt('user check'), salt('user key')], Buffer.alloc(0));
    const owners = passwordEntry(owner, [salt('owner check'), salt('owner key')], users);
    const permissions = permissionBits(allow);
    this.dictionary = document.ref({
      Filter: 'Standard',
      V: 5,
      R: 6,
      Length: 256,
      CF: { StdCF: { AuthEvent: 'DocOpen', CFM: 'AESV3', Length: 32 } },
      StmF: 'StdCF',
      StrF: 'StdCF',
      U: users,
      UE: wrapped(this.#key, passwordHash(user, users.subarray(40, 48), Buffer.alloc(0))),
      O: owners,
      OE: wrapped(this.#key, passwordHash(owner, owners.subarray(40, 48), users)),
      P: permissions,
      Perms: this.#sealed(permissions),
    });
    document._root.data.Extensions = { ADBE: { BaseVersion: '1.7', ExtensionLevel: 8 } };
  }

  /** What encrypts the strings and the stream of an object. The vector depends on all of it, so none comes twice. */
  getEncryptFn(id: number): (plain: Uint8Array) => Uint8Array {
    return (plain) => {
      const iv = createHmac('sha256', this.#ivKey).update(`${id} `).update(plain).digest().subarray(0, 16);
      const cipher = createCipheriv('aes-256-cbc', this.#key, iv);
      return Buffer.concat([iv, cipher.update(plain), cipher.final()]);
    };
  }

  end(): void {
    this.dictionary.end();
  }

  /** Permissions once more, encrypted, so that nobody changes them. @see ISO 32000-2, algorithm 10 */
  #sealed(permissions: number): Buffer {
    const block = Buffer.alloc(16, 0xff);
    block.writeInt32LE(permissions, 0);
    block.write('Tadb', 8, 'latin1');
    createHmac('sha256', this.#ivKey).update('permissions').digest().copy(block, 12, 0, 4);
    return createCipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false).update(block);
  }
}

function permissionBits(allow: readonly PdfPermission[]): number {
  return allow.reduce((bits, permission) => bits | ALLOWED[permission], RESERVED | READ_ALOUD) | 0;
}

/** U or O: a hash to check the password with, and the salts of both hashes. @see ISO 32000-2, algorithms 8 and 9 */
function passwordEntry(password: Buffer, [check, key]: readonly [Buffer, Buffer], users: Buffer): Buffer {
  return Buffer.concat([passwordHash(password, check, users), check, key]);
}

/** UE or OE: the file's key, which only the password's hash gives back. */
function wrapped(fileKey: Buffer, hash: Buffer): Buffer {
  return createCipheriv('aes-256-cbc', hash, NO_IV).setAutoPadding(false).update(fileKey);
}

/** At least so many rounds, then as many as their results ask for. */
const LEAST_ROUNDS = 64;

/** @see ISO 32000-2, algorithm 2.B */
function passwordHash(password: Buffer, salt: Buffer, users: Buffer): Buffer {
  let key = createHash('sha256').update(password).update(salt).update(users).digest();
  for (let round = 1, last = 0; round <= LEAST_ROUNDS || last > round - 1 - 32; round += 1) {
    const once = Buffer.concat([password, key, users]);
    const many = Buffer.concat(Array.from({ length: 64 }, () => once));
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    const mixed = cipher.setAutoPadding(false).update(many);
    // 256 leaves 1 when divided by 3, so the number's rest is that of its digits.
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][rest] ?? 'sha256')
      .update(mixed)
      .digest();
    last = mixed.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}
