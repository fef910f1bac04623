import { createHmac } from 'node:crypto'

/** 带密钥的哈希, hex: tells whether two things are the same to nobody without the installation's secret. */
export function keyedHash(secret: string, purpose: string, value: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${value}`).digest('hex')
}
