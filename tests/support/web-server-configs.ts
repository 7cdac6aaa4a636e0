/** Each server's own configuration, around the snippet that we make: the least that serves a folder. */
export const configs = {
  nginx: (folder: string, port: number) => `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr;
events { }
http {
  access_log off; default_type text/html;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
  uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  server { listen 127.0.0.1:${port}; root ${folder}/www; index index.html; include ${folder}/snippet; }
}
`,
  caddy: (folder: string, port: number) => `{
	admin off
	auto_https off
}
http://127.0.0.1:${port} {
	root * ${folder}/www
	import ${folder}/snippet
	file_server
}
`,
};
