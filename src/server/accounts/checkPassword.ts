import { hashPassword, verifyPassword } from 'better-auth/crypto'

let dummy: Promise<string> | undefined

/** 核对口令; without a hash the same work is done, so that the time tells nothing. */
export async function checkPassword(hash: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this password')
  const right = await verifyPassword({ hash: hash ?? (await dummy), password })
  return right && hash !== undefined
}
