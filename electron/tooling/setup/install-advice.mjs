import { readFileSync } from 'node:fs';

const commands = {
  debian: {
    jdk: 'sudo apt-get install openjdk-17-jdk-headless',
    maven: 'sudo apt-get install maven',
  },
  fedora: {
    jdk: 'sudo dnf install java-21-openjdk-devel',
    maven: 'sudo dnf install maven',
  },
  arch: { jdk: 'sudo pacman -S jdk21-openjdk', maven: 'sudo pacman -S maven' },
  suse: { jdk: 'sudo zypper install java-21-openjdk-devel', maven: 'sudo zypper install maven' },
  alpine: { jdk: 'sudo apk add openjdk21', maven: 'sudo apk add maven' },
  darwin: { jdk: 'brew install openjdk@21', maven: 'brew install maven' },
  win32: {
    jdk: 'winget install EclipseAdoptium.Temurin.21.JDK',
    maven:
      'choco install maven (or unpack it from maven.apache.org and add its bin folder to PATH)',
  },
  other: {
    jdk: 'a JDK 21 of your platform (for example Eclipse Temurin)',
    maven: 'Apache Maven from maven.apache.org, with its bin folder on PATH',
  },
};

/** Which family of install commands this machine understands, told by `os-release` on Linux. */
export function platformFamily(platform = process.platform, osRelease = readOsRelease()) {
  if (platform !== 'linux') return platform in commands ? platform : 'other';
  const ids =
    (/^ID=(.*)$/m.exec(osRelease)?.[1] ?? '') +
    ' ' +
    (/^ID_LIKE=(.*)$/m.exec(osRelease)?.[1] ?? '');
  const families = {
    ubuntu: 'debian',
    debian: 'debian',
    fedora: 'fedora',
    rhel: 'fedora',
    centos: 'fedora',
    arch: 'arch',
    suse: 'suse',
    opensuse: 'suse',
    alpine: 'alpine',
  };
  const family = Object.keys(families).find((id) => ids.includes(id));
  return family === undefined ? 'other' : families[family];
}

function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

/** How to get a `jdk` or `maven` here: one line to type, or where to find it. */
export function installAdvice(tool, family = platformFamily()) {
  return commands[family][tool];
}
