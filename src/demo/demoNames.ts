import type { DemoPlace } from './demoLayout.ts'
import { throwBelow } from './dice.ts'

const SYSTEMS = [
  ['委统筹办公室', '统筹'],
  ['委宣教部', '宣教'],
  ['综合办公厅', '政务'],
  ['发展规划局', '规划'],
  ['教育局', '教育'],
  ['财政局', '财政'],
  ['农业局', '农业'],
  ['林业局', '林业'],
  ['住房建设局', '建设'],
  ['交通运输局', '交通'],
  ['卫生健康局', '卫生'],
  ['文化旅游局', '文旅'],
] as const

const DIRECT = [
  '气象局',
  '供电公司',
  '税务局',
  '邮政管理局',
  '通信管理处',
  '水文局',
  '地质调查院',
  '烟草专卖局',
  '海事管理处',
  '统计调查队',
] as const

const BODIES = [
  '科学研究所',
  '调查规划院',
  '技术推广中心',
  '综合执法支队',
  '干部培训学校',
  '服务保障中心',
  '信息中心',
  '监测总站',
  '质量检验所',
  '工程设计院',
  '资产管理中心',
  '宣传教育中心',
  '应急保障中心',
] as const

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'
const GIVEN = '安平和清明远志成立新文武德仁义礼信山水林田川峰岩松柏竹梅兰禾'

/** Returns a unit name of the invented prefecture 示范州; further prefectures carry their number. */
export function unitName(place: DemoPlace): string {
  const prefecture = place.block === 0 ? '示范州' : `示范${place.block + 1}州`
  if (place.role === 'lead') return prefecture + SYSTEMS[place.group]![0]
  if (place.role === 'direct') return prefecture + DIRECT[place.seat]!
  return prefecture + SYSTEMS[place.group]![1] + BODIES[(place.seat + place.group * 5) % BODIES.length]!
}

/** Returns an invented personal name: surname, the mark 示 that every invented name carries, and a given syllable. */
export function personName(state: number, salt: number): string {
  return `${SURNAMES[throwBelow(state, salt, SURNAMES.length)]!}示${GIVEN[throwBelow(state, salt + 1, GIVEN.length)]!}`
}
