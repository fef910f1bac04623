import { describe, expect, test } from 'vitest'
import { closingOf } from './periodClosing.ts'

const byDate = { graceDays: 10, words: [] }

describe('四（一） closing of periods', () => {
  test('a period is open until its date; later entries are marked late', () => {
    expect(closingOf('2018-06', byDate, '2018-07-10')).toEqual({
      endsOn: '2018-06-30',
      closesOn: '2018-07-10',
      state: 'open',
    })
    expect(closingOf('2018-06', byDate, '2018-07-11').state).toBe('past')
    expect(closingOf('2018', byDate, '2018-12-31').state).toBe('open')
  })

  test('the decision of the committee overrides the date, and the narrower decision overrides the wider', () => {
    const words = [
      { period: '2018-Q2', state: 'closed' },
      { period: '2018-05', state: 'open' },
    ] as const
    const state = (period: string): string => closingOf(period, { graceDays: 10, words }, '2018-12-24').state
    expect(['2018-04', '2018-05', '2018-Q2', '2018-07', '2018'].map(state)).toEqual([
      'closed',
      'open',
      'closed',
      'past',
      'open',
    ])
    expect(closingOf('2018-04', { graceDays: 10, words }, '2018-04-01').word).toBe(words[0])
  })
})
