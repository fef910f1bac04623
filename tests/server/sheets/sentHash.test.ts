import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sheetBody } from '../../../src/contract/sheets/sheetBody.ts'
import { hashOf } from '../../../src/server/rooms/sheets/receiveSheet.ts'
import { aSheet } from './sheetOffice.ts'

const sheet = aSheet('visit')
const sentText = JSON.stringify(sheet)
const sent = createHash('sha256').update(sentText).digest('hex')

test('a new default of the contract does not change the hash of what a phone sent', () => {
  const later = sheetBody.extend({ weather: z.string().default('') })
  const received = [sheetBody, later].map(schema => schema.parse(JSON.parse(sentText)))
  for (const body of received) expect(hashOf(body, { headers: { 'x-sent-hash': sent }, sentText })).toBe(sent)
})

test('a phone that announces no hash is answered with that of the sheet as read', () => {
  const body = sheetBody.parse(JSON.parse(sentText))
  expect(hashOf(body, { headers: {}, sentText })).toBe(hashOf(body, { headers: {} }))
  expect(hashOf(body, { headers: {}, sentText })).not.toBe(sent)
})
