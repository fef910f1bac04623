import { expect, test } from 'vitest'
import { createProgress } from './createProgress.ts'
import { testIo } from '../../tests/cli/testIo.ts'

test('nothing is shown in the first second', () => {
  const io = testIo()
  const progress = createProgress(io)
  progress.stage('读入事实')
  io.now = 900
  progress.stage('计分排名')
  progress.end()
  expect(io.warned).toEqual([])
})

test('after one second each stage prints a line, and a count at most every five seconds', () => {
  const io = testIo()
  const progress = createProgress(io)
  io.now = 1500
  progress.stage('读入事实')
  progress.count(10, 100)
  io.now = 7000
  progress.count(50, 100)
  progress.count(51, 100)
  expect(io.warned).toEqual(['读入事实……', '读入事实：50/100'])
})

test('a heavy stage is announced at once', () => {
  const io = testIo()
  createProgress(io).stage('计分排名', true)
  expect(io.warned).toEqual(['计分排名……'])
})

test('on a terminal one line is rewritten, and cleared at the end', () => {
  const io = testIo({ terminal: true })
  const progress = createProgress(io)
  io.now = 2000
  progress.stage('写出')
  progress.end()
  expect([io.rewritten, io.warned]).toEqual([['写出……', ''], []])
})

test('quiet prints nothing', () => {
  const io = testIo({ quiet: true })
  const progress = createProgress(io)
  io.now = 60_000
  progress.stage('读入事实', true)
  progress.count(1)
  progress.end()
  expect(io.warned).toEqual([])
})
