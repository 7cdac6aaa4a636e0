#!/bin/bash
# Run once after the VM has started, as root: makes the images that the commands ask for and puts them where Docker Engine and Podman look for them.
# There is no internet, so a registry in the VM stands for Docker Hub.
set -euo pipefail
cd /var/lib/images

# A way out that leads nowhere: Podman without root copies the routes of the machine, and fails if there are none.
ip link add lan0 type dummy
ip address add 192.0.2.10/24 dev lan0
ip link set lan0 up
ip route add default via 192.0.2.1
# What a login would make, and nobody logs in here.
install -d -m 700 -o reader -g reader /run/user/1000

# Stands in for Alpine's image, which is not made of Debian's packages: the same BusyBox program, with a name of its own.
mkdir -p alpine/{bin,etc,tmp,proc,sys,dev,root,home,sbin,usr/bin}
cp /bin/busybox alpine/bin/
for applet in $(busybox --list); do
  [ "$applet" = busybox ] || ln -sf busybox "alpine/bin/$applet"
done
printf 'NAME="BusyBox of Debian"\nPRETTY_NAME="BusyBox of Debian, in place of Alpine"\n' > alpine/etc/os-release
printf 'root:x:0:0:root:/root:/bin/sh\n' > alpine/etc/passwd
printf 'root:x:0:\n' > alpine/etc/group

# Debian's nginx with the libraries it is linked to, on the same files.
cp -r alpine nginx
mkdir -p nginx/{usr/sbin,var/log/nginx,var/lib/nginx,run}
ldd /usr/sbin/nginx | grep -o '/[^ ]*' | sort -u | while read -r library; do
  mkdir -p "nginx$(dirname "$library")"
  cp -L "$library" "nginx$library"
done
cp /usr/sbin/nginx nginx/usr/sbin/
mkdir -p nginx/etc/nginx
printf 'user www-data;\nevents {}\nhttp { server { listen 80; } }\n' > nginx/etc/nginx/nginx.conf
printf 'www-data:x:33:33:www-data:/var/www:/bin/false\n' >> nginx/etc/passwd
printf 'www-data:x:33:\n' >> nginx/etc/group

systemctl start docker-registry docker
until curl -fs http://127.0.0.1:5000/v2/ > /dev/null; do sleep 1; done
serve() {
  docker import --change "CMD $3" - "127.0.0.1:5000/library/$1:$2" > /dev/null
  docker push --quiet "127.0.0.1:5000/library/$1:$2" > /dev/null
  docker image rm "127.0.0.1:5000/library/$1:$2" > /dev/null
  docker pull --quiet "$1:$2" > /dev/null
}
tar -C alpine -c . | serve alpine latest '["/bin/sh"]'
# What the labs ask for under its own name.
printf 'NAME="BusyBox of Debian"\n' > alpine/etc/os-release
tar -C alpine -c . | serve busybox latest '["/bin/sh"]'
tar -C nginx -c . | serve nginx latest '["/usr/sbin/nginx", "-g", "daemon off;"]'
serve debian stable '["bash"]' < debian.tar
# For a build, which asks no registry for what is there: to pack and unpack so large an image would take minutes here.
docker import gcc.tar gcc > /dev/null
rm gcc.tar
# Docker Engine lets the machine drop what other bridges forward, and Podman's is one; a reader has one engine or the other.
iptables -P FORWARD ACCEPT
