/** 平台的留痕事件. */
export interface PlatformEvents {
  readonly serverStarted: { readonly version: string; readonly database: string }
  readonly demoYearLoaded: { readonly units: number; readonly facts: number }
  readonly settingChanged: { readonly setting: string; readonly from: string; readonly to: string }
}

/** 平台事件的句子. */
export const platformEventSentences: {
  readonly [K in keyof PlatformEvents]: (values: PlatformEvents[K]) => string
} = {
  serverStarted: ({ version, database }) => `服务启动（版本 ${version}，${database}）`,
  demoYearLoaded: ({ units, facts }) => `装入演示年度：${units}个单位，${facts}条事实`,
  settingChanged: ({ setting, from, to }) => `把“${setting}”由“${from}”改为“${to}”`,
}
