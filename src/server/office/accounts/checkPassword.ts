import type { Hashing } from './hashing.ts'

const dummies = new WeakMap<Hashing, Promise<string>>()

/** 核对口令; without a hash the same work is done, so that the time tells nothing. */
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
