import { describe, expect, it } from 'vitest';
import { isSecretName, Redactor } from './redact';

const redactor = () =>
  new Redactor({
    values: ['S3cret-of-this-run'],
    homeFolder: '/home/jeanne',
    userName: 'jeanne',
    computerName: 'workshop',
  });

describe('redaction', () => {
  it.each([
    'password=hunter2x',
    'password: hunter2x',
    'PASSWORD = "hunter2x"',
    "sasl_password='hunter2x'",
    '{"password":"hunter2x"}',
    '{"line":"{\\"password\\":\\"hunter2x\\"}"}',
    'DELTADESK_KAFKA_PASSWORD=hunter2x',
    'clientSecret=hunter2x',
    'spark.ssl.keyStorePassword=hunter2x',
    'api_key: hunter2x',
    'X-Api-Key: hunter2x',
    'Authorization: Bearer hunter2x-hunter2x',
    'authorization: Basic hunter2x==',
    '"authorization":"Bearer hunter2x"',
    'GET / Bearer hunter2x-hunter2x',
    'http://127.0.0.1:41234/#token=hunter2x',
    'GET /ws?token=hunter2x&x=1',
    'sasl.jaas.config=org.Plain required username="me" password="hunter2x";',
    'username="hunter2x" something',
    'https://me:hunter2x@broker.example/path',
    'control said S3cret-of-this-run hunter2'.replace(' hunter2', ''),
    '-----BEGIN RSA PRIVATE KEY-----\nhunter2x\n-----END RSA PRIVATE KEY-----',
    'fs.s3a.access.key AKIAABCDEFGHIJKLMNOP',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJodW50ZXIyeCJ9.hunter2x_hunter2x',
  ])('takes the secret out of %j', (line) => {
    const text = redactor().text(line);
    expect(text).not.toMatch(/hunter2x|S3cret|AKIA|eyJ/);
    expect(text).toContain('[removed]');
    expect(text).not.toContain('[removed]]');
    expect(redactor().text(text), 'again').toBe(text);
  });

  it('leaves what tells something and is no secret', () => {
    const kept = [
      'Registered `kafka:type=kafka.Log4jController` MBean',
      'spark-token-provider-kafka-0-10_2.13.jar',
      'The job passed 3 checks; bypass=1',
      '{"endOffsets":{"0":12},"rows":{"input":5}}',
      'Broker 127.0.0.1:9092 answers',
    ];
    for (const line of kept) expect(redactor().text(line)).toBe(line);
  });

  it('writes the home folder as ~ in each of its forms, and names as what they are', () => {
    const { text } = { text: (line: string) => redactor().text(line) };
    expect(text('/home/jeanne/lake/delta')).toBe('~/lake/delta');
    expect(text('file:///home/jeanne/x')).toBe('file://~/x');
    expect(text('%2Fhome%2Fjeanne%2Fx')).toBe('~%2Fx');
    expect(text('/home/jeanne2/x')).toBe('/home/jeanne2/x');
    expect(text('jeanne@workshop: started by Jeanne.')).toBe(
      '[user]@[computer]: started by [user].',
    );
    expect(text('jeannette')).toBe('jeannette');
    const windows = new Redactor({
      values: [],
      homeFolder: 'C:\\Users\\José',
      userName: 'José',
      computerName: 'PC',
    });
    expect(windows.text('{"file":"C:\\\\Users\\\\José\\\\lake"}')).toBe('{"file":"~\\\\lake"}');
    expect(windows.text('c:/Users/José/lake')).toBe('~/lake');
    expect(windows.text('C:\\Users\\José\\lake')).toBe('~\\lake');
  });

  it('takes whole values under the name of a secret, and keeps the rest of an object', () => {
    const one = redactor();
    expect(
      one.value({
        'kafka.saslPassword': { value: 'hunter2x', source: 'file' },
        'producer.ratePerSecond': { value: 5 },
        list: ['/home/jeanne', { apiKey: 1, none: null }],
      }),
    ).toEqual({
      'kafka.saslPassword': '[removed]',
      'producer.ratePerSecond': { value: 5 },
      list: ['~', { apiKey: '[removed]', none: null }],
    });
    expect(one.takeCounts()).toEqual({ secret: 2, homeFolder: 1 });
    expect(one.takeCounts()).toEqual({});
  });

  it('takes a moment for a megabyte, whatever it looks like', () => {
    const lines = [
      'x'.repeat(250_000),
      'a.b-c'.repeat(50_000),
      '"'.repeat(250_000),
      '\\'.repeat(250_000),
    ];
    const beginMs = performance.now();
    for (const line of lines) expect(redactor().text(line)).toBe(line);
    expect(performance.now() - beginMs).toBeLessThan(5_000);
  });

  it('knows a secret by its name', () => {
    const secret = ['password', 'KAFKA_SASL_PASSWORD', 'apiKey', 'controlToken', 'sasl.username'];
    expect(secret.filter((name) => !isSecretName(name))).toEqual([]);
    const open = ['tokenizer', 'passed', 'bypass', 'compass', 'keyField', 'state', 'accessed'];
    expect(open.filter(isSecretName)).toEqual([]);
  });
});
