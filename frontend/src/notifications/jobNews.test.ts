import { describe, expect, it } from 'vitest'
import { JobNews, type JobTold } from './jobNews'

const job = (jobID: string, status: string): JobTold => ({ jobID, processID: 'echo', status })
const ids = (jobs: JobTold[]) => jobs.map(({ jobID }) => jobID)

describe('JobNews', () => {
  it('should tell of nothing when it sees the list for the first time', () => {
    expect(new JobNews().listed([job('1', 'successful')])).toEqual([])
  })

  it('should tell once of a job when it has ended since', () => {
    const news = new JobNews()
    news.listed([job('1', 'running')])

    expect(ids(news.listed([job('1', 'failed')]))).toEqual(['1'])
    expect(news.listed([job('1', 'failed')])).toEqual([])
  })

  it('should tell of a job when it began and ended between two lists', () => {
    const news = new JobNews()
    news.listed([])

    expect(ids(news.listed([job('1', 'successful')]))).toEqual(['1'])
  })

  it('should not tell of what was called off', () => {
    const news = new JobNews()
    news.listed([job('1', 'running')])

    expect(news.listed([job('1', 'dismissed')])).toEqual([])
  })

  it('should tell once when both the stream and a list say so', () => {
    const news = new JobNews()
    news.listed([job('1', 'running')])

    expect(news.told(job('1', 'successful'))).toBe(true)
    expect(news.told(job('1', 'successful'))).toBe(false)
    expect(news.listed([job('1', 'successful')])).toEqual([])
  })

  it('should still take the first list as old when the stream told of something before', () => {
    const news = new JobNews()
    news.told(job('2', 'running'))

    expect(news.listed([job('1', 'successful')])).toEqual([])
  })
})
