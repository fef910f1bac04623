import type { Hashing } from './hashing.ts'

const dummies = new WeakMap<Hashing, Promise<string>>()

/** Checks a password; without a hash it does the same work, so that the timing reveals nothing. */
export async function checkPassword(
  hashing: Hashing,
  hash: string | undefined,
  password: string,
): Promise<boolean> {
  const dummy = dummies.get(hashing) ?? hashing.hash('no account has this password')
  dummies.set(hashing, dummy)
  const right = await hashing.verify({ hash: hash ?? (await dummy), password })
  return right && hash !== undefined
}
