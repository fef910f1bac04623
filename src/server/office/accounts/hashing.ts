import { hashPassword, verifyPassword } from 'better-auth/crypto'

/** 口令的哈希: slow on purpose; tests have a quick one. */
export interface Hashing {
  hash(password: string): Promise<string>
  verify(check: { readonly hash: string; readonly password: string }): Promise<boolean>
}

/** scrypt (N=16384, r=16), as better-auth has it: some 60 ms and 32 MB a password. */
export const scryptHashing: Hashing = { hash: hashPassword, verify: verifyPassword }
