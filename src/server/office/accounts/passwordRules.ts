import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { normalUsername } from './username.ts'

/** The least number of characters of a password. */
export const LEAST_CHARACTERS = 10

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d\s]/] as const

/** Checks a password against the rules: 10 characters, three of lower case, upper case, digit and other, not containing the username, not one repeated character; reports all faults at once. */
export function checkPasswordRules(password: string, username: string): Refusal | undefined {
  const faults = [
    ...([...password].length < LEAST_CHARACTERS ? [`不足 ${LEAST_CHARACTERS} 个字符`] : []),
    ...(CLASSES.filter(each => each.test(password)).length < 3
      ? ['大写字母、小写字母、数字、符号不足三种']
      : []),
    ...(normalUsername(password).includes(username) ? ['含有用户名'] : []),
    ...(new Set(password).size < 5 ? ['不同的字符少于 5 个'] : []),
  ]
  return faults.length === 0 ? undefined : refuse('passwordWeak', { faults: faults.join('，') })
}
