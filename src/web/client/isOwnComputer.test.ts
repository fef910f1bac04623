import { expect, test } from 'vitest'
import { isOwnComputer } from './isOwnComputer.ts'

test('an address that opens on this computer alone is known, so that nobody prints it on slips', () => {
  const own = [
    'http://127.0.0.1:8018',
    'https://127.8.0.1',
    'http://localhost',
    'http://[::1]:8018',
    'http://0.0.0.0:8018',
  ]
  const others = [
    'http://kaohe.example.cn:8100',
    'http://192.0.2.7:8018',
    'http://localhost.example.cn',
    'http://[2001:db8::1]',
  ]
  expect(own.filter(address => !isOwnComputer(address))).toEqual([])
  expect(others.filter(isOwnComputer)).toEqual([])
})
