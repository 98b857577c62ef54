import { createHash } from 'node:crypto';
import type { Layout } from '../../composer/index.js';
import { ConversionError } from '../../diagnostics.js';
import type { PdfEncryption, RenderOptions } from '../renderer.js';
import type { Metadata } from './metadata.js';
import { filePassword } from './password.js';
import type { FileLock, PdfPermission } from './security.js';

const PERMISSIONS: readonly PdfPermission[] = ['print', 'copy', 'edit', 'annotate'];

/** What most authors let readers do when they keep a password for themselves. */
const USUAL: readonly PdfPermission[] = ['print', 'copy'];

/**
 * Checks what is asked of a lock, before any work is done.
 *
 * @throws ConversionError naming what does not go together, never a password.
 */
export function checkEncryption({ encryption, archive }: RenderOptions): void {
  if (!encryption) return;
  // ISO 19005-2, 6.1.3: who finds the file in fifty years has no password.
  if (archive) throw new ConversionError('archive-encrypted');
  const { password = '', ownerPassword = '', allow } = encryption;
  if (password === '' && ownerPassword === '') throw new ConversionError('password-missing');
  if (ownerPassword === '' && allow) throw new ConversionError('allow-without-owner');
  if (filePassword(password).equals(filePassword(ownerPassword)))
    throw new ConversionError('passwords-alike');
  const strange = allow?.find((each) => !PERMISSIONS.includes(each));
  if (strange !== undefined) throw new TypeError(`"${strange}" is none of ${PERMISSIONS.join(', ')}`);
}

/** The lock of one file. Its seed is a digest of what is printed and said of it. */
export function lockOf(encryption: PdfEncryption, layout: Layout, metadata: Metadata): FileLock {
  const { password = '', ownerPassword = '', allow = USUAL } = encryption;
  const seed = createHash('sha256').update(JSON.stringify(metadata));
  for (const { items } of layout.pages) {
    for (const item of items)
      if (item.type === 'line') for (const { text } of item.line.runs) seed.update(text);
  }
  const isOwned = ownerPassword !== '';
  return {
    password,
    // Without an owner's password whoever opens the file may do everything.
    ownerPassword: isOwned ? ownerPassword : password,
    allow: isOwned ? allow : PERMISSIONS,
    seed: seed.digest(),
  };
}
