import { describe, expect, it } from 'vitest';
import { brokerProperties } from './broker-properties';

const properties = (logFolder: string) =>
  brokerProperties({ port: 9192, controllerPort: 9193, logFolder });

describe('brokerProperties', () => {
  it('listens on loopback alone and advertises no controller', () => {
    const text = properties('/data');
    expect(text).toContain('listeners=PLAINTEXT://127.0.0.1:9192,CONTROLLER://127.0.0.1:9193\n');
    expect(text).toContain('advertised.listeners=PLAINTEXT://127.0.0.1:9192\n');
    expect(text).not.toMatch(/localhost|0\.0\.0\.0/);
  });

  it('escapes what a properties file would read as something else', () => {
    expect(properties('C:\\Données')).toContain('log.dirs=C:\\\\Donn\\u00e9es\n');
  });
});
